import '../style/panel.css';
import '../style/fields.css';
import '../style/question.css';
import '../style/table.css';
import '../style/properties.css';
import '../style/property.css';
import { useEffect, useRef } from 'preact/hooks';
import { Note } from '../frame/note.tsx';
import { RoomHead } from '../frame/room-head.tsx';
import { t } from '../words.ts';
import { listAddress, type ListView } from './properties-address.ts';
import { PropertiesList } from './properties-list.tsx';
import { PropertyPage } from './property-page.tsx';
import { usePropertiesAddress } from './use-properties-address.ts';

/** System Properties: the list, or the property that the address names; back in the list one goes on where one was. */
export function PropertiesRoom() {
  const [address, change] = usePropertiesAddress();
  const name = address.view === 'property' ? address.name : undefined;
  const left = useRef<ListView>({ find: '' });
  if (address.view === 'list') left.current = address;
  const opened = useRef<string>(undefined);
  useEffect(() => {
    document.title = t('frame.title', {
      room: name ? `${name} · ${t('properties.title')}` : t('properties.title'),
    });
    if (name) opened.current = name;
  }, [name]);

  const back = listAddress(left.current);
  switch (address.view) {
    case 'list':
      return <PropertiesList view={address} onView={change} opened={opened.current} />;
    case 'property':
      return <PropertyPage key={address.name} name={address.name} back={back} />;
    case 'unknown':
      return (
        <main id="content" tabIndex={-1}>
          <RoomHead title={t('properties.title')} />
          <Note title={t('properties.missingTitle')} lead={t('properties.missing')}>
            <a class="button" href={back}>
              {t('properties.back')}
            </a>
          </Note>
        </main>
      );
  }
}
