// Runs graphql-http's server audits against the address given and prints one line for each:
// id, name, status (ok, notice, warn or error) and, unless it is ok, the reason; with tabs between.
// Ends with 1 unless all are ok.
import { serverAudits } from 'graphql-http';

const url = process.argv[2];
if (!url) {
  console.error('Give the address of a GraphQL endpoint, such as http://127.0.0.1:8080/graphql.');
  process.exit(2);
}

let allOk = true;
for (const audit of serverAudits({ url, fetchFn: fetch })) {
  const result = await audit.fn();
  const reason = result.status === 'ok' ? '' : String(result.reason).replace(/\s+/g, ' ');
  console.log([audit.id, audit.name, result.status, reason].join('\t').trimEnd());
  allOk &&= result.status === 'ok';
}
process.exitCode = allOk ? 0 : 1;
