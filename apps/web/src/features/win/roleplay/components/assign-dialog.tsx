import type {
  AssignPractice,
  PersonaChoice,
  PracticeLevel,
  PracticeScenario,
  TeamBoard,
} from '@tokenholic/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '@/i18n';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Field, Input, Select, Textarea } from '@/ui/field';
import { useCustomers, useMappedClients } from '../api/practice';
import { LEVELS, SCENARIOS } from '../model/labels';
import { Choices } from './customer-form';

interface AssignProps {
  open: boolean;
  close: () => void;
  members: TeamBoard['members'];
  busy: boolean;
  assign: (body: AssignPractice) => void;
}
const WEEK_MILLISECONDS = 7 * 86_400_000;
const inAWeek = () => new Date(Date.now() + WEEK_MILLISECONDS).toISOString().slice(0, 10);
const USUAL_POINTS = '70';

/** Asks somebody of the team to practise by a date. */
export function AssignDialog({ open, close, members, busy, assign }: AssignProps) {
  const { t } = useTranslation('roleplay');
  const local = useLocal();
  const customers = useCustomers().data?.items ?? [];
  const clients = useMappedClients().data?.items ?? [];
  const [userId, setUserId] = useState(members[0]?.userId ?? '');
  const [scenario, setScenario] = useState<PracticeScenario>('discovery');
  const [level, setLevel] = useState<PracticeLevel>('medium');
  const [customer, setCustomer] = useState('library:e-commerce');
  const [dueOn, setDueOn] = useState(inAWeek);
  const [least, setLeast] = useState(USUAL_POINTS);
  const [note, setNote] = useState('');
  const valid =
    /^\d{1,3}$/.test(least) && Number(least) <= 100 && /^\d{4}-\d\d-\d\d$/.test(dueOn) && userId !== '';
  return (
    <Dialog open={open} onClose={close} title={t('team.assign')}>
      <form
        className="grid gap-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (valid)
            assign({
              userId,
              scenario,
              level,
              persona: personaOf(customer),
              least: Number(least),
              dueOn,
              note,
            });
        }}
      >
        <Field label={t('assign.person')}>
          {(ids) => (
            <Select {...ids} value={userId} onChange={({ target }) => setUserId(target.value)}>
              {members.map((member) => (
                <option key={member.userId} value={member.userId}>
                  {local(member.name)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="grid gap-x-3 sm:grid-cols-2">
          <Choices
            label={t('scenario')}
            value={scenario}
            options={SCENARIOS}
            word={(one) => t(`scenarios.${one}.name`)}
            choose={setScenario}
          />
          <Choices
            label={t('level')}
            value={level}
            options={LEVELS}
            word={(one) => t(`levels.${one}.name`)}
            choose={setLevel}
          />
        </div>
        <Field label={t('customer.label')} help={t('assign.customer_help')}>
          {(ids) => (
            <Select {...ids} value={customer} onChange={({ target }) => setCustomer(target.value)}>
              <optgroup label={t('customer.library')}>
                {customers.map(({ id, company }) => (
                  <option key={id} value={`library:${id}`}>
                    {local(company)}
                  </option>
                ))}
              </optgroup>
              <optgroup label={t('customer.client')}>
                {clients.map(({ clientId, clientName }) => (
                  <option key={clientId} value={`client:${clientId}`}>
                    {clientName}
                  </option>
                ))}
              </optgroup>
            </Select>
          )}
        </Field>
        <div className="grid gap-x-3 sm:grid-cols-2">
          <Field label={t('assign.due')}>
            {(ids) => (
              <Input {...ids} type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
            )}
          </Field>
          <Field label={t('assign.least')}>
            {(ids) => (
              <Input
                {...ids}
                inputMode="numeric"
                value={least}
                onChange={({ target }) => setLeast(target.value)}
              />
            )}
          </Field>
        </div>
        <Field label={t('assign.note')}>
          {(ids) => (
            <Textarea
              {...ids}
              maxLength={500}
              value={note}
              onChange={({ target }) => setNote(target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" disabled={!valid || busy}>
          {t('assign.send')}
        </Button>
      </form>
    </Dialog>
  );
}

function personaOf(customer: string): PersonaChoice {
  const [kind, id = ''] = customer.split(':');
  return kind === 'client' ? { kind: 'client', clientId: id } : { kind: 'library', id };
}
