import type { MapExporter } from '@tokenholic/battlemap';

export const exportMap: MapExporter = async (map) => Buffer.from(JSON.stringify(map, null, 2));
