import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ChannelTrial,
  NoticeChannel,
  NoticeSettings,
  SaveChannel,
  SaveNoticeSettings,
} from '@tokenholic/contracts';
import { get, post, request } from '@/api/http';

const SETTINGS = '/api/copilot/notice-settings';
const CHANNELS = '/api/settings/notice-channels';
const settingsKey = ['notice-settings'] as const;
const channelsKey = ['notice-channels'] as const;
/** What is on its way to a chat changes by itself. */
const FALLBACK = 30_000;

export const useNoticeSettings = () =>
  useQuery({ queryKey: settingsKey, queryFn: () => get<NoticeSettings>(SETTINGS) });

export function useSaveNoticeSettings() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (settings: SaveNoticeSettings) =>
      (await request<NoticeSettings>('PUT', SETTINGS, settings)).data,
    onSuccess: (saved) => {
      client.setQueryData(settingsKey, saved);
      void client.invalidateQueries({ queryKey: ['copilot', 'notices'] });
    },
  });
}

interface Channels {
  items: NoticeChannel[];
}

export const useChannels = (enabled: boolean) =>
  useQuery({
    queryKey: channelsKey,
    queryFn: () => get<Channels>(CHANNELS),
    enabled,
    refetchInterval: FALLBACK,
  });

function useChannelChange<Input>(change: (input: Input) => Promise<Channels>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (channels) => client.setQueryData(channelsKey, channels),
  });
}

export const useSaveChannel = (id: string) =>
  useChannelChange(
    async (channel: SaveChannel) => (await request<Channels>('PUT', `${CHANNELS}/${id}`, channel)).data,
  );
export const useRemoveChannel = (id: string) =>
  useChannelChange(async () => (await request<Channels>('DELETE', `${CHANNELS}/${id}`)).data);
export const useResendChannel = (id: string) =>
  useChannelChange(() => post<Channels>(`${CHANNELS}/${id}/resend`));

/** Sends a test and brings what the other side answered. */
export function useTryChannel(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post<ChannelTrial>(`${CHANNELS}/${id}/try`),
    onSettled: () => client.invalidateQueries({ queryKey: channelsKey }),
  });
}
