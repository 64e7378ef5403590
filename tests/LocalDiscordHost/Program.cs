using LocalDiscord;
// Prints where it listens, and ends when standard input does: it never outlives whoever started it. With the name of a file, it
// also listens with TLS, and writes its certificate there.
await using var server = await LocalDiscordServer.StartAsync(
    new() { Tls = args is [var file] ? new() { CreatedFile = file } : null }, TimeProvider.System, CancellationToken.None);
Console.WriteLine($"{server.Address} {server.SecureAddress}");
await Console.In.ReadToEndAsync();
