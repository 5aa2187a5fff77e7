import type { Pattern } from './pattern.ts';

/** Wordings about SASL, sending and the client's host that name their cause, the most special first. */
export const sendingPatterns: Pattern[] = [
  {
    kind: 'starttls_unavailable',
    says: [
      /\b(?:START|S)?TLS\b[^\n]{0,30}(?:not (?:available|supported|implemented|offered|enabled)|unavailable|disabled)|initiali[sz]ing TLS/i,
    ],
    at: ['starttls'],
  },
  {
    kind: 'auth_mechanism_unsupported',
    says: [
      /mech(?:anism)?s?\b[^\n]{0,40}(?:too weak|unsupported|unknown|invalid|disabled|not (?:supported|available|enabled|allowed|offered|permitted|recogni[sz]ed|implemented|specified))|when not advertised/i,
      /(?:unsupported|unrecogni[sz]ed|unknown|invalid|no (?:suitable|such|worthy|matching)?) ?(?:sasl |auth\w* )?(?:mechs?\b|mechanism|auth\w* (?:type|method|scheme))/i,
      /\bauth\w*(?: (?:command|type|method|scheme|mode))?(?: "[^"\n]{0,30}")?(?: is| was)? (?:not (?:supported|available|enabled|allowed|implemented|advertised|offered|recogni[sz]ed)|unsupported|unrecogni[sz]ed)/i,
      /(?:unrecogni[sz]ed|unknown|not recogni[sz]ed|not implemented|unsupported)[^\n]{0,20}\bauth(?:enticate|entication type)?\b/i,
    ],
    at: ['login'],
    lasting: true,
  },
  {
    kind: 'auth_protocol_error',
    says: [
      /base ?64|auth\w* (?:was )?(?:cancell?ed|aborted)|cancell?ed auth|auth\w* exchange|protocol error during auth|initial data not expected|could not decode/i,
      /(?:malformed|invalid|bad)[^\n]{0,25}\b(?:challenge|(?:auth\w*|sasl) (?:response|request|command|data format|message))/i,
    ],
    at: ['login'],
  },
  {
    kind: 'auth_authorization_failed',
    says: [
      /authori[sz]ation[- ](?:id\b|identity)|not (?:authori[sz]ed|allowed) to (?:act|log ?in) (?:as|for)|(?:assume|act) (?:as )?(?:other|another)|insufficient rights|no rights to/i,
    ],
    at: ['login'],
  },
  {
    kind: 'auth_required',
    says: [
      /auth\w*(?: is)? (?:required|needed|first)|log ?in (?:required|first)|wantautherror|missing credentials|anonymous (?:mail|users?|clients?|access)/i,
      /(?:must|need to|have to|please|should) (?:first )?(?:be )?(?:authenticate|log ?in|issue an? auth)|not (?:been )?(?:logged in|authenticated)|was not authenticated/i,
    ],
  },
  {
    kind: 'relay_denied',
    says: [
      /relay(?:ing)?(?: mail| access)? (?:is )?(?:denied|not (?:permitted|allowed)|prohibited|refused|rejected)|relaying disallowed(?! as)|unable to relay|(?:not|n.t) (?:permitted|allowed to)? ?relay|allowed rcpthosts/i,
    ],
    at: ['sender'],
  },
  {
    kind: 'sender_rejected',
    says: [
      /\bsender\b[^\n]{0,40}(?:reject|not (?:allowed|owned|verified|permitted|authori[sz]ed|valid|exist)|denied|invalid|\bbad\b|refused|unknown|mismatch|syntax|must|blocked|disabled)|send[- ]?as|(?:bad|invalid|unknown|disabled)[^\n]{0,20}\bsender/i,
      /\bfrom\b(?: address| header)?[^\n]{0,10}(?:must|is not|not (?:verified|allowed|owned|valid)|should|has to|does not|cannot)|not (?:allowed|permitted|authori[sz]ed|able) to (?:send|use)[^\n]{0,25}(?:as|from|using|this|address|mail)/i,
      /(?:must|should) (?:equal|match|be the same)[^\n]{0,20}auth|relaying disallowed as|for specified (?:e-?mail )?address|(?:address|identit\w+)[^\n]{0,20}not (?:been )?verified|local user only|envelope (?:from|sender)|badmailfrom|domain (?:not found|of sender|required)/i,
    ],
    at: ['sender'],
  },
  {
    kind: 'message_too_large',
    says: [/(?:message|size)[^\n]{0,30}(?:exceed|too (?:big|large))|exceeds?[^\n]{0,25}\bsize/i],
    at: ['sender'],
  },
  {
    // Neither a part of the recipient's address nor "Recipient address rejected" is about our host.
    kind: 'client_host_rejected',
    says: [
      /(?<![@.]|\brecipient )\b(?:host|ip|ip address|client|address|network|helo|ehlo)\b[^\n]{0,60}(?:reject|block|black|listed|banned|denied|not (?:allowed|welcome|permitted|authori[sz]ed)|reputation|refused)|(?:reject|block|refus|denied|banned)\w*[^\n]{0,40}\b(?:your (?:ip|host|address)|ip address|client host)/i,
      /\b(?:rbl|dnsbls?|rdns|ptr|fcrdns)\b|spamhaus|spamcop|barracuda|sorbs|senderbase|senderscore|cloudmark|black ?list|block ?list|reverse[- ](?:dns|host|lookup)|find your (?:reverse )?hostname|dynamic(?:\/residential)? (?:ip|address|host)|\bIP=\d|\(BL\)/i,
      /not (?:allowed|permitted|authori[sz]ed) to connect|mail is not welcome|connections?[^\n]{0,20}(?:rejected|refused|denied|not (?:allowed|accepted))[^\n]{0,20}from|(?<!\brecipient address rejected: )access denied/i,
    ],
    at: ['greeting', 'starttls', 'sender'],
  },
  {
    kind: 'auth_policy_blocked',
    says: [
      /(?:\bip\b|\bhost\b|(?<!\brecipient )address)[^\n]{0,40}(?:block|black|banned|denied|not allowed|reject)|spamhaus|black ?list|block ?list/i,
    ],
    at: ['login'],
  },
  {
    kind: 'message_rejected_policy',
    says: [/\bspam\b|\bspf\b|\bdkim\b|\bdmarc\b|\bpolicy\b|virus|malware|unauthenticated/i],
    at: ['sender'],
  },
];
