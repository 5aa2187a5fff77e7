/** Long enough for the browser to have begun to read it. */
const keptMs = 10_000;

/** Hands a file to the browser as a download; its address is taken back afterwards. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
}
