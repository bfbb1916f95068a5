import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  DealFile,
  KeepNotes,
  Mailbox,
  MailboxState,
  MailReport,
  NotesReading,
  UnfiledMail,
} from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';
import { useDealChange } from './deals';

const formOf = (file: Blob, name: string) => {
  const form = new FormData();
  form.append('file', file, name);
  return form;
};

export const useFiles = (dealId: string) =>
  useQuery({
    queryKey: ['deals', 'files', dealId],
    queryFn: () => get<{ items: DealFile[] }>(`/api/deals/${dealId}/files`),
  });
export const useAddFile = (dealId: string) =>
  useDealChange((file: File) => post<DealFile>(`/api/deals/${dealId}/files`, formOf(file, file.name)));
export const useRemoveFile = (dealId: string) =>
  useDealChange((fileId: string) => request<void>('DELETE', `/api/deals/${dealId}/files/${fileId}`));
export const fileAddress = (dealId: string, fileId: string) => `/api/deals/${dealId}/files/${fileId}`;

/** Reads notes without keeping them; `day` is the day of the meeting. */
export const useReadNotes = (dealId: string) =>
  useMutation({
    mutationFn: ({ file, name, day }: { file: Blob; name: string; day: string }) =>
      post<NotesReading>(`/api/deals/${dealId}/notes/read?day=${day}`, formOf(file, name)),
  });
export const useKeepNotes = (dealId: string) =>
  useDealChange((notes: KeepNotes) => request<void>('POST', `/api/deals/${dealId}/notes`, notes));

export const useUnfiled = () =>
  useQuery({
    queryKey: ['deal-mails'],
    queryFn: () => get<{ items: UnfiledMail[] }>('/api/deals/mails'),
  });

function useMailChange<Input, Output>(change: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: ['deal-mails'] });
      await queries.invalidateQueries({ queryKey: ['deals'] });
    },
  });
}

export const useImportMail = () =>
  useMailChange((file: File) => post<MailReport>('/api/deals/mails', formOf(file, file.name)));
export const useSettleMail = () =>
  useMailChange(({ mailId, dealId }: { mailId: string; dealId: string }) =>
    request<void>('POST', `/api/deals/mails/${mailId}/deal`, { dealId }),
  );
export const useDiscardMail = () =>
  useMailChange((mailId: string) => request<void>('DELETE', `/api/deals/mails/${mailId}`));

export const useMailbox = () =>
  useQuery({
    queryKey: ['deal-mails', 'mailbox'],
    queryFn: () => get<MailboxState>('/api/deals/mailbox'),
  });
export const useSaveMailbox = () =>
  useMailChange((mailbox: Mailbox & { password: string }) =>
    request<void>('PUT', '/api/deals/mailbox', mailbox),
  );
export const useRemoveMailbox = () => useMailChange(() => request<void>('DELETE', '/api/deals/mailbox'));
export const useFetchMailbox = () => useMailChange(() => post<MailReport>('/api/deals/mailbox/fetch'));
