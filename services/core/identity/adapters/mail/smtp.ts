import type { MailTransport } from '../../ports.ts';

/** Mail over SMTP; `url` as in `smtps://user:password@mail.example.com`. TLS is asked for wherever the server offers it. */
export async function createSmtpTransport(url: string, from: string): Promise<MailTransport> {
  const { default: nodemailer } = await import('nodemailer');
  const transport = nodemailer.createTransport(url, { from });
  return async ({ to, subject, body }) => {
    await transport.sendMail({ to, subject, text: body });
  };
}
