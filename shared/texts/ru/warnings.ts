import type { WarningTexts } from '../en/warnings.ts';
import { plural } from './plural.ts';

export const warningTexts: WarningTexts = {
  plain_password: () => 'Пароль передан открытым текстом: его мог прочитать любой на пути к серверу.',
  not_validated: (_warning, titles) =>
    `Сертификат не проверен${titles && ` (${titles})`}: подключение может вести на чужой сервер.`,
  pin_alone: (_warning, titles) =>
    `Сертификат принят только по закреплённому ключу; замечания проверки: ${titles}.`,
  certificate_ends: ({ days, validTo }) =>
    `Сертификат истекает через ${days} ${plural(days, 'день', 'дня', 'дней')} (${validTo.slice(0, 10)}).`,
  weak_key: ({ strength }) => `Ключ сервера слабый (${strength}): для RSA нужно не меньше 2048 бит.`,
  no_uidl: () => 'Сервер не поддерживает UIDL: новые письма нельзя отличить от прежних.',
  other_count: ({ announced, listed }) => `Сервер объявляет писем: ${announced}, а перечисляет: ${listed}.`,
};
