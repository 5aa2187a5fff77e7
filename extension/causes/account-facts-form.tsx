import { AccountType, accountTypes } from '../../shared/account.ts';
import { t } from '../words.ts';
import { type AccountFacts, securities } from './cause.ts';

interface AccountFactsFormProps {
  facts: AccountFacts;
  onFacts: (facts: AccountFacts) => void;
}

/** What is known of the account. Nothing is needed; each answer makes the words above closer to the case. */
export function AccountFactsForm({ facts, onFacts }: AccountFactsFormProps) {
  return (
    <fieldset class="facts">
      <legend class="facts-legend">{t('causes.facts.legend')}</legend>
      <label class="facts-field">
        {t('causes.facts.type')}
        <select
          value={facts.type ?? ''}
          onChange={(event) =>
            onFacts({ ...facts, type: AccountType.safeParse(event.currentTarget.value).data })
          }
        >
          <option value="">{t('causes.facts.any')}</option>
          {accountTypes.map((type) => (
            <option key={type} value={type}>
              {type.toUpperCase()}
            </option>
          ))}
        </select>
      </label>
      <label class="facts-field">
        {t('causes.facts.security')}
        <select
          value={facts.security ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onFacts({ ...facts, security: securities.find((security) => security === value) });
          }}
        >
          <option value="">{t('causes.facts.any')}</option>
          {securities.map((security) => (
            <option key={security} value={security}>
              {t(`causes.facts.securities.${security}`)}
            </option>
          ))}
        </select>
      </label>
      <label class="facts-field facts-field-wide">
        {t('causes.facts.server')}
        <input
          type="text"
          value={facts.server ?? ''}
          placeholder={t('causes.facts.serverExample')}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => onFacts({ ...facts, server: event.currentTarget.value.trim() || undefined })}
        />
      </label>
    </fieldset>
  );
}
