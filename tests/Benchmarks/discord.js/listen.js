// Connects, and does nothing: node listen.js API.
import { connect } from './client.js';

await connect(process.argv[2]);
console.log('ready');
