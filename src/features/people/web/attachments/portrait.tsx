import { useRef } from 'react';
import { IconButton } from '#kit/web/button.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { NoteIcon } from '#kit/web/icons.tsx';
import { Menu } from '#kit/web/menu.tsx';
import type { Name } from '../../domain/index.ts';
import { Initials } from '../initials.tsx';
import { addressOf, useAttachments, useRemoveAttachment } from './attachments.ts';
import { useUpload } from './use-upload.ts';

/** The face of a customer, or the letters of their name, and the way to another photo. */
export function Portrait({ customer, asOf }: { customer: Name & { readonly id: string }; asOf: string | undefined }) {
  const say = useMessages();
  const found = useAttachments(customer.id, asOf);
  const remove = useRemoveAttachment();
  const { underWay, send } = useUpload(customer.id);
  const input = useRef<HTMLInputElement>(null);
  const photo = found.data?.attachments.find(({ purpose }) => purpose === 'photo');
  const label = say(photo ? 'people.photo.change' : 'people.photo.add');
  return (
    <div className="flex shrink-0 items-center gap-1 self-start sm:flex-col">
      {photo ? (
        <img
          src={addressOf(photo.id)}
          alt={say('people.photo', { name: customer.name })}
          className={`size-14 rounded-full object-cover ${underWay ? 'opacity-50' : ''}`}
        />
      ) : (
        <Initials customer={customer} />
      )}
      {asOf === undefined && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            accept="image/png,image/jpeg,image/webp"
            onChange={(event) => {
              const chosen = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              if (chosen.length > 0) void send(chosen, 'photo');
            }}
          />
          {photo ? (
            <Menu
              label={label}
              renderTrigger={(door) => <IconButton needs="workWithCustomers" icon={NoteIcon} label={label} {...door} />}
              entries={[
                { text: label, run: () => input.current?.click() },
                { text: say('people.photo.remove'), run: () => void remove(photo) },
              ]}
            />
          ) : (
            <IconButton needs="workWithCustomers" icon={NoteIcon} label={label} onPress={() => input.current?.click()} />
          )}
        </>
      )}
    </div>
  );
}
