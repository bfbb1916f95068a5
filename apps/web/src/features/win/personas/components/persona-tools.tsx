import { useNavigate } from '@tanstack/react-router';
import type { Persona } from '@tokenholic/contracts';
import { formatDateTime } from '@tokenholic/presentation';
import { Download, GitCompareArrows } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n';
import { Button } from '@/ui/button';
import { Select } from '@/ui/field';
import { Menu } from '@/ui/menu';

interface ToolsProps {
  persona: Persona;
  onVersion: (version: number | undefined) => void;
}

/** Versions, comparison, and the card to take along. */
export function PersonaTools({ persona, onVersion }: ToolsProps) {
  const { t } = useTranslation('personas');
  const language = useLanguage();
  const navigate = useNavigate();
  const { contactId, version, versions } = persona;
  const newest = versions[0]?.number;
  if (version === null) return null;
  const earlier = versions.find(({ number }) => number < version)?.number;
  const take = (format: 'png' | 'pdf') => {
    location.assign(
      `/api/personas/${contactId}/export/${format}?language=${language}${version === newest ? '' : `&version=${version}`}`,
    );
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Select
        aria-label={t('version')}
        value={version}
        onChange={(event) => {
          const chosen = Number(event.target.value);
          onVersion(chosen === newest ? undefined : chosen);
        }}
        className="w-52"
      >
        {versions.map(({ number, at }) => (
          <option key={number} value={number}>
            {t('version_number', { number, at: formatDateTime(at, language) })}
          </option>
        ))}
      </Select>
      <Button
        onClick={() =>
          void navigate({
            to: '/personas/compare',
            search: {
              left: contactId,
              ...(earlier === undefined
                ? {}
                : { leftVersion: earlier, right: contactId, rightVersion: version }),
            },
          })
        }
      >
        <GitCompareArrows className="size-4" /> {t('compare')}
      </Button>
      <Menu
        label={t('export')}
        trigger={
          <Button>
            <Download className="size-4" /> {t('export')}
          </Button>
        }
        items={[
          { text: t('export_png'), onSelect: () => take('png') },
          { text: t('export_pdf'), onSelect: () => take('pdf') },
        ]}
      />
    </div>
  );
}
