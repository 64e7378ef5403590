/**
 * Where Discord's documentation and its OpenAPI document disagree, and the documentation is right: what the document
 * says at a place, and what it is read as instead. A difference that the document no longer has fails a test.
 */
export const differences = [
  ...['CreateRequest', 'UpdateRequest', 'PatchRequestPartial'].map(kind => ({
    place: `/components/schemas/ApplicationCommand${kind}/properties/default_member_permissions`,
    document: { type: ['integer', 'null'], minimum: 0, maximum: 18014398509481984 },
    instead: { type: ['string', 'null'], pattern: '^[0-9]+$' },
    reason: 'Permissions are strings, "to be future proof"; the document itself answers with a string.',
  })),
  ...['/components/schemas/ChannelPermissionOverwriteRequest', '/paths/~1channels~1{channel_id}~1permissions~1{overwrite_id}/put/requestBody/content/application~1json/schema']
    .flatMap(schema => ['allow', 'deny'].map(name => ({
      place: `${schema}/properties/${name}`,
      document: { type: ['integer', 'null'] },
      instead: { type: ['string', 'null'], pattern: '^[0-9]+$' },
      reason: 'Permissions are strings here too; the document itself answers with strings.',
    }))),
  {
    place: '/components/schemas/InnerErrors/properties/_errors/items',
    document: { $ref: '#/components/schemas/Error' },
    instead: {
      type: 'object',
      properties: { code: { type: 'string' }, message: { type: 'string' } },
      required: ['code', 'message'],
    },
    reason: 'A field\'s error has a code in words, such as BASE_TYPE_REQUIRED.',
  },
  {
    place: '/components/schemas/RatelimitedResponse/allOf/0',
    document: { $ref: '#/components/schemas/Error' },
    instead: { type: 'object', properties: { code: { type: 'integer' }, message: { type: 'string' } }, required: ['message'] },
    reason: 'The code of a 429 is optional.',
  },
  {
    place: '/components/schemas/CreatedThreadResponse/properties/message',
    document: undefined,
    instead: { $ref: '#/components/schemas/MessageResponse' },
    reason: 'Start Thread in Forum or Media Channel "returns a channel, with a nested message object".',
  },
  {
    place: '/components/schemas/ApplicationCommandInteractionMetadataResponse/properties/name',
    document: undefined,
    instead: { type: 'string' },
    reason: 'Discord sends the command\'s name, which its clients show above the answer.',
  },
  {
    place: '/components/schemas/MessageReferenceType',
    document: { type: 'integer', oneOf: [{ title: 'DEFAULT', description: 'Reference to a message', const: 0 }], format: 'int32' },
    instead: { type: 'integer', enum: [0, 1] },
    reason: 'The documentation has the type FORWARD, with a table of what it needs.',
  },
  {
    place: '/paths/~1guilds~1{guild_id}~1members/get/parameters/1/schema',
    document: { type: 'integer', minimum: 0 },
    instead: { $ref: '#/components/schemas/SnowflakeType' },
    reason: '`after` is an id in the documentation, and too large for a number of JSON.',
  },
];

/** What Discord takes in requests besides what the document says. Answers never have it. */
export const accepted = [
  {
    place: '/components/schemas/SnowflakeType',
    document: { type: 'string', pattern: '^(0|[1-9][0-9]*)$', format: 'snowflake' },
    instead: { type: ['string', 'integer'], pattern: '^(0|[1-9][0-9]*)$', format: 'snowflake', minimum: 0 },
    reason: 'Some libraries send ids as numbers.',
  },
  {
    place: '/paths/~1channels~1{channel_id}~1threads/post/parameters',
    document: undefined,
    instead: [{ name: 'use_nested_fields', in: 'query', schema: { type: 'integer' } }],
    reason: 'discord.py still asks for what was once a choice, the message of a forum post in a field of its own.',
  },
];
