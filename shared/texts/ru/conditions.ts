import type { conditionTexts as english } from '../en/conditions.ts';

export const conditionTexts: typeof english = {
  fields: {
    createdAt: 'Создано',
    source: 'Источник',
    level: 'Уровень',
    message: 'Сообщение',
    username: 'Имя пользователя',
    createdBy: 'Кем создано',
    accountId: 'Учётная запись',
    testId: 'Проверка',
    status: 'Состояние',
    sender: 'От',
    recipients: 'Кому',
    messageId: 'Message-ID письма',
    subject: 'Тема',
    reply: 'Ответ сервера',
    sentAt: 'Отправлено',
  },
  notAsked: (field) => `Для поля «${field}» такое условие невозможно.`,
  twoDates: 'Для промежутка нужны две даты.',
  list: 'Здесь нужен список значений.',
  longList: (most) => `В списке может быть не больше ${most} значений.`,
  text: 'Значение — это текст.',
  longText: (most) => `В тексте может быть не больше ${most} символов.`,
  noChoice: (field, choices) => `${field}: такого значения нет; есть ${choices}.`,
  id: 'ID — это 18 цифр.',
  date: 'Дата — это день, например 2026-01-31, со временем, например 2026-01-31T09:05, или слово, например today.',
  tooLarge: (rules, deep, values) =>
    `В условии может быть не больше ${rules} правил в группах глубиной не больше ${deep} и не больше ${values} значений.`,
  noPlace: 'Такого места в списке нет.',
  noZone: 'Такого часового пояса нет.',
};
