import { type ClassValue, clsx } from 'clsx';
import { twMerge } from 'tailwind-merge';

/** Joins class names; later ones win. */
export function classes(...values: ClassValue[]): string {
  return twMerge(clsx(values));
}
