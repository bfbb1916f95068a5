// Mails as they really come: Chinese in GB 18030 and GBK, quoted-printable, attachments of two kinds, hostile HTML.

/** 能否降到每千次 0.3 元？ in GB 18030. */
const ASKED = Buffer.from([
  ...[0xc4, 0xdc, 0xb7, 0xf1, 0xbd, 0xb5, 0xb5, 0xbd, 0xc3, 0xbf, 0xc7, 0xa7, 0xb4, 0xce, 0x20],
  ...[0x30, 0x2e, 0x33, 0x20, 0xd4, 0xaa, 0xa3, 0xbf],
]);
/** 关于报价的问题 in GBK, as an encoded word. */
const SUBJECT = Buffer.from([
  0xb9, 0xd8, 0xd3, 0xda, 0xb1, 0xa8, 0xbc, 0xdb, 0xb5, 0xc4, 0xce, 0xca, 0xcc, 0xe2,
]).toString('base64');

export const attached = '每千次 0.3 元\n';

export const gbMail = Buffer.from(
  [
    'From: =?UTF-8?B?6K645bKa?= <xu@yunxiu.example>',
    'To: lin@seller.example',
    `Subject: =?GBK?B?${SUBJECT}?=`,
    'Message-ID: <first@yunxiu.example>',
    'Date: Tue, 24 Nov 2026 10:00:00 +0800',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="edge"',
    '',
    '--edge',
    'Content-Type: text/plain; charset=GB18030',
    'Content-Transfer-Encoding: base64',
    '',
    ASKED.toString('base64'),
    '--edge',
    "Content-Type: text/plain; name*=UTF-8''%E9%9C%80%E6%B1%82.txt",
    "Content-Disposition: attachment; filename*=UTF-8''%E9%9C%80%E6%B1%82.txt",
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(attached).toString('base64'),
    '--edge',
    'Content-Type: application/pdf; name="offer.pdf"',
    'Content-Disposition: attachment; filename="offer.pdf"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('MZ\u0090\u0000 a program', 'latin1').toString('base64'),
    '--edge--',
    '',
  ].join('\r\n'),
);

/** Our answer, quoted-printable, from an address that no contact has: only the thread leads to the deal. */
export const replyMail = Buffer.from(
  [
    'From: Lin Pei <lin@seller.example>',
    'To: someone-else@yunxiu.example',
    'Subject: =?UTF-8?Q?=E5=9B=9E=E5=A4=8D=EF=BC=9A_=E6=8A=A5=E4=BB=B7?=',
    'Message-ID: <second@seller.example>',
    'In-Reply-To: <first@yunxiu.example>',
    'Date: Tue, 24 Nov 2026 12:00:00 +0800',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '=E5=91=A8=E4=BA=94=E7=BB=99=E6=82=A8=E3=80=82',
    '',
    'On Tue, Nov 24, 2026 Xu Lan <xu@yunxiu.example> wrote:',
    '> =E8=83=BD=E5=90=A6',
    '',
  ].join('\r\n'),
);

export const hostileMail = Buffer.from(
  [
    'From: winner@prize.example',
    'To: lin@seller.example',
    'Subject: <img src=x onerror=alert(1)> prize',
    'Message-ID: <third@prize.example>',
    'Date: Wed, 25 Nov 2026 12:00:00 +0800',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<html><body><script>steal()</script><p onclick="x()">Win a prize</p><img src="http://track.example/p.gif" onerror="x()">',
    '<div style="display:none">hidden words</div></body></html>',
    '',
  ].join('\r\n'),
);
