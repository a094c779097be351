/** What a browser can tell of its device, under the names of `survey-schemas/device.catalogue.json`. */
import type { DeviceAttributes } from '../../contract/attributes'

/** Parts of the browser that TypeScript's types don't have, because not every browser has them. */
interface Hints {
  readonly userAgentData?: { readonly brands?: readonly { readonly brand: string; readonly version: string }[]; readonly platform?: string; readonly mobile?: boolean }
  readonly connection?: { readonly type?: string; readonly effectiveType?: string }
}

/**
 * @param language what the app says it speaks, if it says so
 * @param session this tab's visit
 */
export function browserContext(version: string, language: string | undefined, session: string): DeviceAttributes {
  const { userAgentData, connection } = navigator as Hints
  const { origin, pathname } = location
  const known: { readonly [name in keyof DeviceAttributes]: DeviceAttributes[name] | undefined } = {
    'telemetry.distro.name': 'earshot-web',
    'telemetry.distro.version': version,
    'telemetry.sdk.language': 'webjs',
    'session.id': session,
    'earshot.screen.width': screen.width,
    'earshot.screen.height': screen.height,
    'earshot.screen.pixel_ratio': devicePixelRatio,
    'earshot.viewport.width': innerWidth,
    'earshot.viewport.height': innerHeight,
    'earshot.device.orientation': innerWidth > innerHeight ? 'landscape' : 'portrait',
    'earshot.input.modality': matchMedia('(pointer: coarse)').matches ? 'touch' : 'mouse',
    'earshot.locale.app': language ?? (document.documentElement.lang || undefined),
    'earshot.locale.device': navigator.language,
    'earshot.timezone': Intl.DateTimeFormat().resolvedOptions().timeZone,
    // The other way round than JavaScript counts: minutes east of UTC.
    'earshot.utc_offset': -new Date().getTimezoneOffset() || 0,
    // Query and fragment may hold what is nobody's business.
    'url.full': origin + pathname,
    'earshot.page.referrer': originOf(document.referrer),
    'browser.language': navigator.language,
    'browser.platform': userAgentData?.platform || navigator.platform,
    'browser.mobile': userAgentData?.mobile,
    'browser.brands': userAgentData?.brands?.map(({ brand, version }) => `${brand} ${version}`),
    'network.connection.type': connection?.type,
    'network.connection.subtype': connection?.effectiveType,
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== '')) as DeviceAttributes
}

function originOf(url: string): string | undefined {
  try {
    return new URL(url).origin
  } catch {
    return undefined
  }
}
