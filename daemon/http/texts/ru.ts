import { plural } from '../../../shared/texts/ru/plural.ts';
import type { english } from './en.ts';

export const russian: typeof english = {
  ownMistake:
    'Сбой в самом Mailprobe; это ошибка программы. Где именно, сказано в daemon.log в папке данных.',
  wrongForm: 'У этого значения не тот вид, который читает Mailprobe.',
  noSuchField: 'Такого поля нет.',
  manyFields: (count) =>
    `${plural(count, 'Неверно', 'Неверны', 'Неверны')} ${count} ${plural(count, 'поле', 'поля', 'полей')}.`,
  noJson: 'Тело запроса — не тот JSON, который читает Mailprobe.',
  wrongSeal: 'Запечатанное значение предназначено не для этого места.',
  forTheTerminal: 'Это доступно только из командной строки, не из браузера.',
  codeForm: 'В коде сопряжения 16 букв и цифр.',
  manyCodes: 'Слишком много кодов сопряжения за час: немного подождите и повторите попытку.',
};
