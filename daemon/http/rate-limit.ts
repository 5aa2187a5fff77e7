/** True while fewer than `most` were let through in the last `eachMs` milliseconds; counts those it lets through. */
export function rateLimit({
  most,
  eachMs,
  nowMs,
}: {
  most: number;
  eachMs: number;
  /** Monotonic. */
  nowMs: () => number;
}): () => boolean {
  let passedMs: number[] = [];
  return () => {
    const now = nowMs();
    passedMs = passedMs.filter((atMs) => now - atMs < eachMs);
    if (passedMs.length >= most) return false;
    passedMs.push(now);
    return true;
  };
}
