using LocalDiscord;
// Prints where it listens, and ends when standard input does: it never outlives whoever started it.
await using var server = await LocalDiscordServer.StartAsync(new(), TimeProvider.System, CancellationToken.None);
Console.WriteLine(server.Address);
await Console.In.ReadToEndAsync();
