import type { Pattern } from './pattern.ts';

/** Wordings about login, limits, account and mailbox that name their cause, the most special first. */
export const loginPatterns: Pattern[] = [
  // Several causes in one text
  {
    kind: 'auth_ambiguous',
    says: [
      /\bor (?:the )?(?:imap|pop3?|smtp)(?: access| service)? (?:is )?(?:disabled|not enabled|(?:switched |turned )?off)/i,
      /account is abnormal,? |unknown user ?name or bad password/i,
    ],
  },
  {
    kind: 'client_id_required',
    says: [
      /unsafe login/i,
      /\bID command (?:is )?(?:required|first)|(?:use|send) (?:the )?(?:IMAP )?ID command/i,
    ],
  },
  // Encryption comes first
  { kind: 'auth_privacy_required', says: [/\[PRIVACYREQUIRED\]|^5(?:38|23)[ -](?!message length)/im] },
  {
    kind: 'starttls_required',
    says: [
      /\b(?:issue|requires?|needs?|use|send|with)(?: a| the)? (?:START|S)TLS\b(?! is not)/i,
      /\b(?:START|S)TLS(?: command)?(?: is| must be)? (?:required|needed|mandatory|first|issued|used)/i,
    ],
  },
  {
    kind: 'auth_privacy_required',
    says: [
      /(?:plain ?text|clear ?text|unencrypted|insecure|non-?secure)[^\n]{0,60}(?:disallowed|disabled|not (?:allowed|permitted|supported|available|accepted)|denied|refused|forbidden|prohibited|rejected)/i,
      /(?:disallowed|disabled|not (?:allowed|permitted|available|possible|accepted)|denied|refused|forbidden|only)[^\n]{0,40}(?:without|until|unless|before|over|via|under|on|through)[^\n]{0,30}(?:\bssl|\btls|encrypt|secure|a layer)/i,
      /(?:without|no) (?:ssl|tls|encryption|privacy)[^\n]{0,60}(?:not allowed|disallowed|disabled|rejected|exposed|denied)|offers no privacy|only[^\n]{0,20}(?:after|once)[^\n]{0,20}\btls\b/i,
      /\b(?:ssl|tls|encryption|encrypted (?:connection|session|channel)|secure (?:connection|channel|session))[^\n]{0,40}\b(?:required|needed|necessary|mandatory|must)\b/i,
      /(?:secure|encrypted) (?:connections?|channels?|sessions?) only|only[^\n]{0,20}(?:secure|encrypted) (?:connection|channel|session)/i,
      /\b(?:requires?|need|must use|must enable)[^\n]{0,20}\b(?:ssl|tls|encryption|an? (?:encrypted|secure))/i,
    ],
  },
  // The account wants another way to log in
  {
    kind: 'auth_web_login_required',
    says: [
      /web ?login required|\bWEBALERT\b|not a robot|captcha|accept (?:the )?EULA/i,
      /(?:log|sign)(?:ged|ging|ing)?[ -]?in[^\n]{0,40}\b(?:web|browser)|verify your (?:identity|account)|please (?:log|sign) ?in to your account/i,
      /\b(?:use|using|via|through) (?:the |a |your )?web(?:mail| interface| browser|site)/i,
    ],
  },
  {
    kind: 'auth_app_password_required',
    says: [
      /\bapp(?:lication)?[- ]specific|\bapp[- ]?passwords?\b|ap+lication password|parol prilozheniya|InvalidSecondFactor/i,
      /authori[sz](?:ation|ed) code|授权码|\bREQCODE\b|(?:device|client|third[- ]party|external)[- ](?:specific )?password/i,
      /(?:two|2)[- ](?:factor|step)[^\n]{0,40}(?:required|enabled|active|on)\b/i,
    ],
  },
  // `SMTP AUTH is disabled` names the protocol, `basic authentication is disabled` the way to log in.
  {
    kind: 'auth_oauth_required',
    says: [
      /basic auth(?:entication|orization)?[^\n]{0,20}(?:disabled|blocked|not (?:supported|allowed|available|enabled)|deprecated|no longer|off)/i,
      /modern auth|less secure app|(?:use|requires?|must use|only)[^\n]{0,20}\bx?oauth|\bx?oauth ?2?(?:\.0)?[^\n]{0,30}(?:required|instead|only)/i,
      /password[- ](?:based )?(?:log-?in|auth\w*|sign-?in)s?[^\n]{0,20}(?:disabled|not (?:allowed|supported)|no longer)/i,
    ],
  },
  {
    kind: 'auth_protocol_disabled',
    says: [
      /smtp ?client ?auth\w* is disabled|smtp_auth_disabled|(?:imap|pop3?|smtp) flag/i,
      /\b(?:imap4?|pop3?|smtp)\b(?:[ -](?:access|auth\w*|log-?in|service|protocol|support))?(?: for (?:this|your|the) \w+| to (?:this|your|the) \w+)?(?: is| has been| was)?(?: currently)? (?:disabled|not (?:enabled|allowed|permitted|activated|active)|(?:switched|turned) off|deactivated|inactive|denied|blocked)/i,
      /(?:not|yet to|n.t) (?:been )?(?:enabled?|have|authori[sz]ed|allowed|permitted|activated?)[^\n]{0,20}\b(?:imap4?|pop3?|smtp)\b/i,
      /(?:not|n.t) have access (?:rights )?to (?:this|the) (?:service|protocol)|user has no permission|(?:service|protocol) is not (?:open|enabled|allowed)/i,
    ],
    at: ['login', 'mailbox'],
  },
  // Limits
  {
    kind: 'login_delay',
    says: [
      /minimum (?:time|interval) between|\blog-?ins? too (?:often|frequent|soon)|(?:check|poll)\w* (?:mail )?too (?:often|frequent)/i,
    ],
  },
  {
    kind: 'protocol_error',
    says: [
      /too many (?:(?:invalid|bad|unknown|unrecogni[sz]ed|syntax|protocol|smtp|imap|pop3|consecutive|non-?mail)\s){0,3}(?:commands|errors)/i,
    ],
  },
  { kind: 'rate_limited', says: [/\[LIMIT\][^\n]{0,20}rate limit|(?:credits?|plan)[^\n]{0,20}exceeded/i] },
  {
    kind: 'auth_rate_limited',
    says: [
      /too many[^\n]{0,30}\b(?:log-?ins?|logons?|auth\w*|password|passwords|sign-?ins?|failed|failures|attempts)\b/i,
      /(?:log-?in|logon|auth\w*|sign-?in)[^\n]{0,20}\b(?:rate|frequency|attempts|limit)\b[^\n]{0,30}(?:limit|exceed|reached|blocked|too)/i,
      /exceeded[^\n]{0,30}\b(?:log-?in|auth\w*|logon)\b|brute[- ]?force|temporarily (?:locked|blocked|banned)|(?:locked|blocked|banned)[^\n]{0,30}(?:minutes|hours|try again|temporar)/i,
    ],
    at: ['greeting', 'login'],
  },
  {
    kind: 'rate_limited',
    says: [
      /rate[- ]?limit|\brate (?:has )?exceed|throttl|frequency limit|unusual (?:rate|amount|volume)|temporarily deferred|bandwidth/i,
      /too (?:many|much) (?:messages|mails?|e-?mails|recipients|requests|commands)/i,
      /\b(?:sending|submission|messages?|daily|hourly|outgoing|mails?)\b[^\n]{0,30}\b(?:limit|quota|rate)\b[^\n]{0,30}(?:exceed|reached|hit)/i,
      /(?:exceeded|over|reached)[^\n]{0,30}\b(?:sending|submission|message|daily|hourly|command)\b[^\n]{0,20}(?:limit|quota|rate)/i,
    ],
  },
  {
    kind: 'connection_limit',
    says: [
      /too many[^\n]{0,30}\b(?:connections?|sessions|logged in)\b|max(?:imum)?[ _](?:number of |allowed |concurrent |user\w*[ _]){0,3}(?:[\w-]+ ){0,2}(?:connections|sessions)/i,
      /\b(?:connections?|sessions?)\b[^\n]{0,30}(?:limit|exceeded|maximum)|concurrent (?:\w+ )?(?:connections?|sessions?)|connection count/i,
    ],
  },
  // The account itself
  {
    kind: 'auth_password_expired',
    says: [
      /password[^\n]{0,30}(?:expired|n.t valid any ?more|no longer valid|(?:must|has to|needs to|should) be (?:changed|reset))/i,
      /(?:expired|change (?:your|the)|must change|reset your) password|credentials? (?:have |has |are )?(?:expired|no longer valid)/i,
    ],
    at: ['login', 'mailbox', 'sender'],
  },
  { kind: 'auth_bad_credentials', says: [/user credentials were incorrect/i], at: ['login'] },
  { kind: 'auth_password_transition', says: [/password transition|transition (?:is )?needed/i] },
  {
    kind: 'auth_policy_blocked',
    says: [
      /not meet the criteria|conditional access|security defaults|access restricted|(?:blocked|denied|disallowed|restricted|prohibited|not allowed) by (?:\w+ ){0,3}(?:polic|admin|rule)/i,
      /(?:country|location|region|geo\w*)[^\n]{0,30}(?:block|restrict|not allowed|denied)|suspicious (?:log-?in|activity|sign-?in)|polic\w+[^\n]{0,30}(?:log-?in|auth)/i,
      /(?:log-?in|auth\w*|access)[^\n]{0,30}(?:not allowed|not permitted|denied|blocked|refused|rejected) from (?:this|your|the)/i,
    ],
    at: ['login'],
  },
  {
    kind: 'mailbox_locked',
    says: [
      /\b(?:mail ?box|mail ?drop)\b[^\n]{0,25}(?:locked|in use|being used|busy)|(?:another|other) (?:pop3? |imap |active )?(?:session|client|process)/i,
      /(?:unable|fail\w*|cannot|can.t|could ?n.t|could not)(?: to)? (?:get|obtain|acquire|lock)[^\n]{0,20}(?:lock|mail ?drop|mailbox)|(?:account|user|mailbox) (?:is )?(?:already|currently) (?:logged|in use|locked|open)|\block (?:busy|held|fail)/i,
    ],
    of: ['pop3', 'imap'],
    unless: ['SYS/TEMP'],
  },
  {
    kind: 'auth_account_disabled',
    says: [
      /\b(?:account|user|log-?in|username|domain)\b[^\n]{0,30}\b(?:disabled|suspended|locked|blocked|deactivated|inactive|closed|terminated|not active|frozen|expired|barred|banned|on hold|deleted|not activated)\b/i,
      /\b(?:disabled|suspended|locked|blocked|deactivated|inactive|closed|expired|mailbox) (?:account|user|mailbox|is disabled|disabled|suspended)\b/i,
    ],
    at: ['login', 'mailbox'],
  },
  // The server is unwell
  {
    kind: 'auth_temporary',
    says: [
      /temporar\w+ (?:auth\w*|log-?in|password|sign-?in)[^\n]{0,20}(?:fail|error|problem|unavail)/i,
      /(?:auth\w*|sasl\w*|ldap|password|account) (?:back-?end|service|server|daemon|database)[^\n]{0,30}(?:not respond|down|unavail|time|unreach|lost|connect|error|busy|fail)|lost to auth|connect to (?:auth|sasl)/i,
    ],
    at: ['login'],
  },
  {
    // With UNAVAILABLE the word before it may be Yahoo's echo of the command.
    kind: 'auth_temporary',
    says: [
      /\b(?:auth\w*|log-?in)\b[^\n]{0,40}(?:temporar|(?<!reason )unavailable|at present|at this time|right now|\bbusy|server (?:error|down|failed)|try (?:again )?later)/i,
    ],
    at: ['login'],
    unless: ['UNAVAILABLE'],
  },
  {
    kind: 'server_temporary',
    says: [
      /(?:under|undergoing|down for|in) (?:\w+ )?maint[ae]n|back-?end (?:is )?down|shutting down|greylist|grey-?listed|come back later|(?:too much|high|heavy|over) ?load|service busy|ports are busy|no system resources|insufficient system storage/i,
    ],
  },
  // The mailbox
  {
    kind: 'quota_exceeded',
    says: [
      /over ?quota|quota[^\n]{0,20}(?:exceeded|full)|(?:mailbox|account|storage|disk) (?:is )?full|exceeded[^\n]{0,20}(?:storage|mailbox|disk|quota)/i,
    ],
  },
  {
    kind: 'auth_mailbox_unavailable',
    says: [
      /authenticated but not connected|(?:mailbox|inbox|folder|maildir|maildrop)[^\n]{0,20}(?:offline|not available|unavailable|could not be|(?:does not|does ?n.t) exist|not found|has moved|moved to)/i,
      /(?:unable|fail\w*|could ?n.t|could not|cannot|can.t)(?: to)? (?:open|access|locate|find|scan|select|read|load)[^\n]{0,30}(?:mailbox|maildrop|maildir|inbox|mail ?spool)|no (?:such |\$?home\/?)?(?:mailbox|maildrop|maildir)/i,
    ],
    of: ['imap', 'pop3'],
    at: ['login', 'mailbox'],
    unless: ['SYS/TEMP', 'UNAVAILABLE', 'SERVERBUG'],
  },
  {
    kind: 'mailbox_permission',
    says: [
      /(?:permission|access) denied|not (?:permitted|allowed|authori[sz]ed) to (?:access|read|open|select|examine)|no permission/i,
    ],
    at: ['mailbox'],
  },
];
