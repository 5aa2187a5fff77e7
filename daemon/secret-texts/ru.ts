import type { english } from './en.ts';

export const russian: typeof english = {
  missing: 'Не указан пароль.',
  long: (most) => `Пароль длиннее ${most.toLocaleString('ru')} байт.`,
  notOneLine: 'Пароль должен состоять из одной строки, без символа NUL.',
  half: 'В пароле есть половина символа: введите его ещё раз.',
};
