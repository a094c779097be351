export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }
/** A JsonLogic rule. */
export type Logic = Json

export function isObject(json: unknown): json is { readonly [key: string]: Json | undefined } {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
