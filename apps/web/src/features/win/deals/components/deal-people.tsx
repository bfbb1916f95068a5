import { Link } from '@tanstack/react-router';
import type { Deal, DecisionRole } from '@tokenholic/contracts';
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '@/api/new-id';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { useAddContact, useContacts, useSetRole } from '../api/contacts';
import { decisionRoles } from '../model/stages';
import { useSaying } from '../model/use-saying';
import { ContactDialog } from './contact-dialog';

const roleOf = (value: string): DecisionRole => decisionRoles.find((one) => one === value) ?? 'unknown';

/** Who decides, and what each of them means for the decision. */
export function DealPeople({ deal, editable }: { deal: Deal; editable: boolean }) {
  const { t } = useTranslation('deals');
  const setRole = useSetRole(deal.id);
  const sayError = useSaying();
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('people.title')}</h2>
      {deal.people.length === 0 ? <p className="text-ink-2">{t('people.none')}</p> : null}
      <ul className="grid gap-2">
        {deal.people.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-2 rounded-card bg-surface p-2">
            <span className="grid min-w-0 flex-1">
              {person.erased ? (
                <span className="truncate text-ink-3">{t('people.erased')}</span>
              ) : (
                <Link
                  to="/contacts/$contactId"
                  params={{ contactId: person.id }}
                  className="truncate font-semibold hover:underline"
                >
                  {person.name}
                </Link>
              )}
              <span className="truncate text-xs text-ink-2">{person.title}</span>
            </span>
            <Select
              aria-label={t('people.role_of', { name: person.name })}
              value={person.role}
              disabled={!editable || setRole.isPending}
              onChange={(event) =>
                setRole.mutate(
                  { contactId: person.id, role: roleOf(event.target.value) },
                  { onError: sayError },
                )
              }
              className="h-8 w-auto px-1.5 text-xs"
            >
              {decisionRoles.map((role) => (
                <option key={role} value={role}>
                  {t(`role.${role}`)}
                </option>
              ))}
            </Select>
            {editable ? (
              <button
                type="button"
                aria-label={t('people.remove', { name: person.name })}
                onClick={() => setRole.mutate({ contactId: person.id, role: null }, { onError: sayError })}
                className="grid size-8 place-items-center rounded-control text-ink-3 hover:bg-sunken max-md:size-11"
              >
                <X className="size-4" />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {editable ? <AddPerson deal={deal} /> : null}
    </section>
  );
}

const NEW = 'new';

function AddPerson({ deal }: { deal: Deal }) {
  const { t } = useTranslation('deals');
  const contacts = useContacts(deal.clientId);
  const setRole = useSetRole(deal.id);
  const sayError = useSaying();
  const add = useAddContact(deal.clientId);
  const [id, setId] = useState<string | null>(null);
  const known = (contacts.data?.items ?? []).filter(
    (person) => !deal.people.some((other) => other.id === person.id),
  );
  const link = (contactId: string) => setRole.mutate({ contactId, role: 'unknown' }, { onError: sayError });
  return (
    <>
      {known.length === 0 ? (
        <Button className="justify-self-start" onClick={() => setId(newId())}>
          {t('people.new')}
        </Button>
      ) : (
        <Select
          aria-label={t('people.add')}
          value=""
          onChange={(event) => (event.target.value === NEW ? setId(newId()) : link(event.target.value))}
        >
          <option value="">{t('people.add')}</option>
          {known.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name} · {person.title}
            </option>
          ))}
          <option value={NEW}>{t('people.new')}</option>
        </Select>
      )}
      {id === null ? null : (
        <ContactDialog
          title={t('people.new')}
          busy={add.isPending}
          error={add.error}
          onClose={() => setId(null)}
          onSave={(fields) =>
            add.mutate(
              { ...fields, id },
              {
                onSuccess: (made) => {
                  setId(null);
                  link(made.id);
                },
              },
            )
          }
        />
      )}
    </>
  );
}
