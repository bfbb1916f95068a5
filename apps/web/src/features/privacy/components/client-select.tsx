import { Field, Select } from '@/ui/field';
import { useClients } from '../api/privacy';

interface ClientSelectProps {
  label: string;
  /** What stands there while none is chosen. */
  none: string;
  value: string;
  onChange: (clientId: string) => void;
}

/** One of the clients one may see, or none yet. */
export function ClientSelect({ label, none, value, onChange }: ClientSelectProps) {
  const clients = useClients();
  return (
    <Field label={label}>
      {(ids) => (
        <Select {...ids} value={value} onChange={({ target }) => onChange(target.value)}>
          <option value="">{none}</option>
          {(clients.data?.items ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
