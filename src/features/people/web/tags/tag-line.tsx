import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiOf, versionAt } from '#kit/web/api.ts';
import { Badge } from '#kit/web/badge.tsx';
import { Button } from '#kit/web/button.tsx';
import { Dialog } from '#kit/web/dialog.tsx';
import { Form } from '#kit/web/form.tsx';
import { useMessages } from '#kit/web/i18n/language.tsx';
import { Link } from '#kit/web/link.tsx';
import { TextField } from '#kit/web/text-field.tsx';
import type { tagsApi } from '../../api/tags.ts';

const api = apiOf<typeof tagsApi>();

/** The words that colleagues put on a customer; each opens the list of those who have it. */
export function TagLine({ customer, isPast }: { customer: string; isPast: boolean }) {
  const say = useMessages();
  const client = useQueryClient();
  const [isEditing, setEditing] = useState(false);
  // Of what is shown in the dialog, whatever is read meanwhile.
  const [version, setVersion] = useState<string>();
  const params = { customer };
  const tags = useQuery(api.query('get', '/api/customers/{customer}/tags', { params })).data?.tags ?? [];
  if (isPast) return null;
  const edit = () => {
    setVersion(versionAt(api.address('get', '/api/customers/{customer}/tags', { params })));
    setEditing(true);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {tags.map(({ id, name }) => (
        <Link key={id} to="/customers" search={{ where: `tag.any=${id}` }}>
          <Badge>
            <bdi>{name}</bdi>
          </Badge>
        </Link>
      ))}
      <span className={tags.length === 0 ? '-ms-4' : ''}>
        <Button needs="workWithCustomers" look="quiet" onPress={edit}>
          {say(tags.length === 0 ? 'people.tags' : 'people.tags.edit')}
        </Button>
      </span>
      <Dialog title={say('people.tags')} isOpen={isEditing} onClose={() => setEditing(false)}>
        <Form
          submit={say('people.tags.save')}
          send={async (typed) => {
            const names = typed
              .text('names')
              .split(/[,،;]/)
              .map((name) => name.trim())
              .filter((name) => name !== '');
            await api.call('put', '/api/customers/{customer}/tags', { params, body: { names }, version });
            await client.invalidateQueries({ queryKey: ['/api/customers/{customer}/tags'] });
            await client.invalidateQueries({ queryKey: ['/api/tags'] });
            setEditing(false);
          }}
        >
          <TextField label={say('people.tags.names')} name="names" defaultValue={tags.map(({ name }) => name).join(', ')} autoFocus />
        </Form>
      </Dialog>
    </div>
  );
}
