/** What a client may tell of its device and session: survey-schemas/device.catalogue.json as a type; a test holds both equal. */
export type DeviceAttributes = {
  readonly 'device.manufacturer'?: string
  readonly 'device.model.identifier'?: string
  readonly 'device.model.name'?: string
  readonly 'earshot.device.type'?: 'phone' | 'tablet' | 'desktop' | 'laptop' | 'tv' | 'set_top_box' | 'printer' | 'drone' | 'wearable' | 'vehicle' | 'kiosk' | 'iot' | 'console' | 'unknown'
  readonly 'host.arch'?: string
  readonly 'earshot.device.orientation'?: 'portrait' | 'landscape'
  readonly 'earshot.device.simulator'?: boolean
  readonly 'hw.serial_number'?: string
  readonly 'device.id'?: string
  readonly 'hw.firmware_version'?: string
  readonly 'earshot.device.hardware_version'?: string
  readonly 'earshot.device.memory_total'?: number
  readonly 'earshot.device.memory_free'?: number
  readonly 'earshot.device.storage_total'?: number
  readonly 'earshot.device.storage_free'?: number
  readonly 'earshot.device.battery_level'?: number
  readonly 'earshot.device.error_code'?: string
  readonly 'os.type'?: string
  readonly 'os.name'?: string
  readonly 'os.version'?: string
  readonly 'android.os.api_level'?: string
  readonly 'os.build_id'?: string
  readonly 'os.description'?: string
  readonly 'service.name'?: string
  readonly 'service.namespace'?: string
  readonly 'service.version'?: string
  readonly 'app.build_id'?: string
  readonly 'earshot.app.bundle_id'?: string
  readonly 'earshot.app.release_channel'?: string
  readonly 'deployment.environment.name'?: string
  readonly 'app.installation.id'?: string
  readonly 'session.id'?: string
  readonly 'session.previous_id'?: string
  readonly 'earshot.app.days_since_install'?: number
  readonly 'earshot.app.days_since_update'?: number
  readonly 'earshot.app.launch_count'?: number
  readonly 'earshot.app.session_count'?: number
  readonly 'earshot.app.crashed_last_session'?: boolean
  readonly 'telemetry.distro.name'?: string
  readonly 'telemetry.distro.version'?: string
  readonly 'earshot.form.trapped'?: boolean
  readonly 'telemetry.sdk.language'?: string
  readonly 'app.screen.id'?: string
  readonly 'app.screen.name'?: string
  readonly 'app.widget.id'?: string
  readonly 'user_agent.name'?: string
  readonly 'user_agent.version'?: string
  readonly 'user_agent.os.name'?: string
  readonly 'user_agent.os.version'?: string
  readonly 'user_agent.synthetic.type'?: 'bot' | 'test'
  readonly 'browser.brands'?: readonly string[]
  readonly 'browser.platform'?: string
  readonly 'browser.mobile'?: boolean
  readonly 'browser.language'?: string
  readonly 'user_agent.original'?: string
  readonly 'url.full'?: string
  readonly 'earshot.page.referrer'?: string
  readonly 'earshot.screen.width'?: number
  readonly 'earshot.screen.height'?: number
  readonly 'earshot.screen.pixel_ratio'?: number
  readonly 'earshot.viewport.width'?: number
  readonly 'earshot.viewport.height'?: number
  readonly 'earshot.display.color_scheme'?: 'light' | 'dark'
  readonly 'earshot.display.reduced_motion'?: boolean
  readonly 'earshot.display.text_scale'?: number
  readonly 'earshot.display.contrast'?: string
  readonly 'earshot.input.modality'?: 'touch' | 'mouse' | 'keyboard' | 'dpad' | 'hardkey' | 'voice'
  readonly 'earshot.locale.app'?: string
  readonly 'earshot.locale.device'?: string
  readonly 'earshot.timezone'?: string
  readonly 'earshot.utc_offset'?: number
  readonly 'network.connection.type'?: string
  readonly 'network.connection.subtype'?: string
  readonly 'network.carrier.name'?: string
  readonly 'geo.continent.code'?: string
  readonly 'geo.country.iso_code'?: string
  readonly 'geo.region.iso_code'?: string
  readonly 'geo.locality.name'?: string
  readonly 'geo.location.lat'?: number
  readonly 'geo.location.lon'?: number
  readonly 'earshot.geo.accuracy_m'?: number
  readonly 'earshot.geo.altitude_m'?: number
  readonly 'earshot.geo.speed_mps'?: number
  readonly 'earshot.geo.source'?: string
  readonly 'earshot.site.id'?: string
  readonly 'feature_flag.key'?: string
  readonly 'feature_flag.result.variant'?: string
  readonly 'enduser.pseudo.id'?: string
  readonly 'user.id'?: string
  readonly 'user.email'?: string
  readonly 'user.full_name'?: string
  readonly 'user.roles'?: readonly string[]
  /** What the workspace declared besides. */
  readonly [declared: `earshot.custom.${string}`]: string | number | boolean | readonly string[] | undefined
}
