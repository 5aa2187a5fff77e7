/** Whether something answers like a daemon on this port: no session, no proof, one short request. */
export async function isThere(port: number): Promise<boolean> {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/`, {
      signal: AbortSignal.timeout(2000),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
    });
    return reply.status === 204;
  } catch {
    return false;
  }
}
