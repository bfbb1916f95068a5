import nodemailer from 'nodemailer';
import type { MailTransport } from '../../ports.ts';

/** Mail over SMTP; `url` as in `smtps://user:password@mail.example.com`. TLS is asked for wherever the server offers it. */
export function createSmtpTransport(url: string, from: string): MailTransport {
  const transport = nodemailer.createTransport(url, { from });
  return async ({ to, subject, body }) => {
    await transport.sendMail({ to, subject, text: body });
  };
}
