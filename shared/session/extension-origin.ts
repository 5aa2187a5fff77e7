const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/;
const form = new RegExp(`^(?:chrome-extension://[a-p]{32}|moz-extension://${uuid.source})$`);

/** Whether the text is the origin of a browser extension, as browsers spell it (security §2, check 3). */
export function isExtensionOrigin(origin: string): boolean {
  return form.test(origin);
}
