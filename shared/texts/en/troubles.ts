/** Why a client and the daemon could not talk. */
export const troubles = {
  unreachable: 'The Mailprobe companion does not answer: it is not running, or on another port.',
  not_paired: 'The companion does not know this browser: pair it (again).',
  wrong_version: 'Extension and companion speak different versions: update the older one.',
  stranger: 'Something other than the paired companion answers on this port: nothing was sent to it.',
  busy: 'The companion has too much to do: wait a little and try again.',
  lost: 'The connection to the companion was lost.',
};
