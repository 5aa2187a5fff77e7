import type { letterTexts as english } from '../en/letters.ts';

export const letterTexts: typeof english = {
  toMissing: 'Не указано, кому: у письма должен быть получатель.',
  noAddress: (text) => `«${text}» — не адрес: укажите ada@example.com или Ada <ada@example.com>.`,
  addressesLong: 'Адреса занимают больше 8192 символов.',
  addressControl: 'В адресах есть управляющий символ.',
  manyRecipients: (most, count) =>
    `У одного письма может быть не больше ${most} получателей, а здесь их ${count.toLocaleString('ru')}.`,
  subjectLong: 'Тема длиннее 998 символов.',
  subjectLine: 'Тема должна состоять из одной строки.',
  textLong: (length) => `Текст длиннее 262 144 символов: их ${length.toLocaleString('ru')}.`,
  textNul: 'В тексте есть символ NUL.',
};
