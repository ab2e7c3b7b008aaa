// English sentences: what goes wrong on the way to other computers, and with secrets.

/** On the way to a host. */
const net = {
  'failure.net_address': '“{tool}” has an address that cannot be used: {place}.',
  'failure.net_address.help':
    'Nothing was sent. Addresses begin with https:// or http:// and hold no name and no password.',
  'failure.net_host': '“{tool}” may not speak to {place}.',
  'failure.net_host.help':
    'Nothing was sent there. If it should, add the host (and its port) to the hosts on its card.',
  'failure.net_local': '{place} lies on this computer or its own network.',
  'failure.net_local.help':
    'Nothing was sent there. If “{tool}” should reach it, name exactly this host and port on its card.',
  'failure.net_plain': 'The secret “{secret}” would travel unencrypted to {place}.',
  'failure.net_plain.help': 'Nothing was sent. Use an https:// address on the card of “{tool}”.',
  'failure.net_certificate': '{place} cannot prove that it is who it says.',
  'failure.net_certificate.help':
    'Nothing was sent. Its certificate is not valid for this address; ask who runs it.',
  'failure.not_reached': '{place} cannot be reached, so “{tool}” was not called.',
  'failure.not_reached.help':
    'Surely nothing was sent. It is tried again while attempts are left; check address and connection.',
  'net.certificates_off':
    'NODE_TLS_REJECT_UNAUTHORIZED=0 switches the checking of certificates off, so Interlock does not start. Remove that setting; nobody could tell a real server from a false one.',
};

/** From a tool that is an address. */
const http = {
  'failure.http_argument': '“{tool}” cannot take this as {field}.',
  'failure.http_argument.help':
    'Nothing was sent. It is missing, or holds a slash or a line break where a single word belongs.',
  'failure.http_moved': '“{tool}” was sent on to another address.',
  'failure.http_moved.help':
    'It was not followed there. If the tool has moved, write its new address on the card.',
  'failure.http_key': '“{tool}” does not accept the secret “{secret}” ({status}).',
  'failure.http_key.help': 'Nothing was done there. Check that it is right, valid and may do this.',
  'failure.http_busy': '“{tool}” has too much to do just now ({status}).',
  'failure.http_busy.help': 'Nothing was done there. It is tried again after a pause.',
  'failure.http_refused': '“{tool}” refused ({status}). It said: “{said}”',
  'failure.http_refused.help': 'Nothing was done there. Check what the step hands over.',
  'failure.http_down': '“{tool}” failed with an error of its own ({status}).',
  'failure.http_down.help':
    'Whether it did anything is not certain. Ask who runs it if it stays so.',
  'failure.http_error_body': '“{tool}” accepted the call and then reported an error: “{said}”',
  'failure.http_error_body.help': 'Its answer was not used. Check what the step hands over.',
  'failure.http_unread': '“{tool}” answered with something that cannot be read as data ({kind}).',
  'failure.http_unread.help':
    'The answer was not used. Check the address on its card; a page for people often stands there.',
  'failure.http_empty': '“{tool}” gave an empty answer ({status}).',
  'failure.http_empty.help': 'Nothing was built on it. Check there whether it did what was asked.',
  'failure.http_large': 'The answer of “{tool}” is larger than {megabytes} MB.',
  'failure.http_large.help': 'It was not read to its end and not used. Ask for less at once.',
};

/** From mail accounts. */
const mail = {
  'failure.mail_recipient': '“{tool}” may not write to {address}.',
  'failure.mail_recipient.help':
    'Nothing was sent. Its card lists the addresses and domains it may write to.',
  'failure.mail_address': '“{tool}” was given something that is no mail address: {address}.',
  'failure.mail_address.help': 'Nothing was sent. Correct it, then try again.',
  'failure.mail_many':
    '“{tool}” was asked to write to {n} people at once; at most {most} are allowed.',
  'failure.mail_many.help': 'Nothing was sent. Send it in several steps, or to a list.',
  'failure.mail_key': 'The mail server at {place} does not accept the secret “{secret}”.',
  'failure.mail_key.help': 'Nothing was sent or read. Check user name and password of the account.',
  'failure.mail_plain': 'The mail server at {place} offers no encryption.',
  'failure.mail_plain.help':
    'Nothing was sent or read, the password included. Use a port with encryption.',
  'failure.mail_refused': 'The mail server at {place} refused. It said: “{said}”',
  'failure.mail_refused.help': 'Nothing was sent. Check the addresses, then try again.',
  'failure.mail_busy': 'The mail server at {place} asks to come back later. It said: “{said}”',
  'failure.mail_busy.help': 'Nothing was sent. It is tried again after a pause.',
  'failure.mail_partly': 'The mail went out, but the server refused to deliver it to {refused}.',
  'failure.mail_partly.help':
    'The others have it ({accepted}). Check the refused addresses before anything is sent again.',
  'failure.mail_folder': '“{tool}” may not read the mail folder “{folder}”, or it is not there.',
  'failure.mail_folder.help': 'Nothing was read. Its card lists the folders it may read.',
  'failure.mail_server': 'The mail server at {place} could not answer. It said: “{said}”',
  'failure.mail_server.help': 'Nothing was read. Try again later.',
};

/** Secrets a step needs. */
const needed = {
  'failure.secret_missing': 'The secret “{name}” is needed for {host}, and there is none.',
  'failure.secret_missing.help':
    'Nothing was sent. Enter it with: interlock secrets set {name} --host {host}',
  'failure.secret_host': 'The secret “{name}” may not be sent to {host}.',
  'failure.secret_host.help':
    'Nothing was sent. If that host may have it, enter it again and name the host with it.',
  'failure.secret_unbound': 'The secret “{name}” does not say to which hosts it may go.',
  'failure.secret_unbound.help':
    'Nothing was sent. Set {variable}_HOSTS={host} beside it, or keep it with: interlock secrets set {name} --host {host}',
  'failure.secret_again': 'The secret “{name}” cannot be read any more. Please enter it again.',
  'failure.secret_again.help':
    'Nothing was sent, and nothing else is lost. Enter it with: interlock secrets set {name}',
  'failure.secret_file_key': 'The secret “{name}” is encrypted, and its key is not given.',
  'failure.secret_file_key.help': 'Nothing was sent. Set {variable} and start again.',
  'failure.secret_keychain': 'The keychain of this computer does not open for the secret “{name}”.',
  'failure.secret_keychain.help': 'Nothing was sent. Unlock it, then try again.',
  'failure.secret_locked': 'This run was stopped and may not use the secret “{name}”.',
  'failure.secret_locked.help': 'Nothing was sent. Somebody has to let it use secrets again.',
};

/** Keeping secrets. */
const kept = {
  'secret.name': '“{name}” cannot be the name of a secret: use small letters, digits and _.',
  'secret.short': 'A secret has at least {n} characters, so that it can be hidden in texts.',
  'secret.long': 'A secret has at most {n} characters.',
  'secret.hosts': 'Say to which host the secret may be sent, with --host. It goes nowhere else.',
  'secret.host': '“{host}” is no host. Write a name such as api.example.com, or name:port.',
  'secret.no_place':
    'There is no keychain here that works, so nothing was kept. Set {key} to keep it in an encrypted file, or give the secret as {variable}.',
  'cli.secrets.about': 'names of the secrets that tools and models may use, never their values',
  'cli.secrets.list.about': 'list names, hosts, and where each secret lies',
  'cli.secrets.set.about': 'keep a secret; its value is read from standard input',
  'cli.secrets.forget.about': 'remove a secret',
  'cli.argument.secret': 'name of a secret',
  'cli.option.host': 'a host it may be sent to, as name or name:port; can be given several times',
  'cli.secrets.none': 'No secrets are kept here.',
  'cli.secrets.type': 'Type or paste the value of “{name}” and press Enter; it is not shown.',
  'cli.secrets.kept': 'The secret “{name}” is kept. {where}',
  'cli.secrets.forgotten': 'The secret “{name}” is removed.',
  'cli.secrets.not_here':
    'A value is never given on the command line, where other programs can read it. Give it on standard input, and choose another one if this one was real.',
  'cli.secrets.unknown': 'There is no secret “{name}” kept here.',
  'cli.secrets.anywhere': 'any host a model entry names',
  'cli.secrets.where.keychain': 'It lies in the keychain of this computer and is protected by it.',
  'cli.secrets.where.file':
    'It lies in an encrypted file; whoever has INTERLOCK_SECRET_KEY can read it.',
  'cli.secrets.where.environment':
    'Secrets come from the environment here and are not protected: other programs of yours can read them.',
};

export const outside: Record<string, string> = { ...net, ...http, ...mail, ...needed, ...kept };
