/** To, Cc and Bcc as one text: what a letter's recipients are to lists and conditions. */
export function allRecipients({
  recipients = '',
  cc,
  bcc,
}: {
  readonly recipients?: string | undefined;
  readonly cc?: string | undefined;
  readonly bcc?: string | undefined;
}): string {
  return [recipients, cc, bcc].filter(Boolean).join(', ');
}
