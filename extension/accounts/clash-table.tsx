import { visibleText } from '../../shared/visible-text.ts';
import { t } from '../words.ts';
import type { Clash } from './clashes.ts';
import '../style/conflict.css';

interface ClashTableProps {
  clashes: readonly Clash[];
}

/** The fields that two have changed, each with both values, and what this means. */
export function ClashTable({ clashes }: ClashTableProps) {
  return (
    <>
      <p>{t('accounts.conflict.clash')}</p>
      <table class="conflict">
        <thead>
          <tr>
            <th scope="col">{t('accounts.conflict.field')}</th>
            <th scope="col">{t('accounts.conflict.mine')}</th>
            <th scope="col">{t('accounts.conflict.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map((clash) => (
            <tr key={clash.name}>
              <th scope="row">{t(`accounts.fields.${clash.name}`)}</th>
              <td dir="auto">{shown(clash.mine)}</td>
              <td dir="auto">{shown(clash.theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function shown(value: Clash['mine']): string {
  if (typeof value === 'boolean') return t(value ? 'accounts.conflict.on' : 'accounts.conflict.off');
  return value === '' ? t('accounts.conflict.empty') : visibleText(value, 200);
}
