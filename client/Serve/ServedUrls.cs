using System.Net;
using System.Net.Sockets;

namespace FlashSale.Client;

/// <summary>The addresses to listen on, as the user wrote them.</summary>
internal static class ServedUrls
{
    /// <summary>Where to listen when nothing else is asked for.</summary>
    public const string Usual = "http://127.0.0.1:5080";

    /// <summary>What is wrong with them, in words; null if they can be listened on.</summary>
    public static string? Problem(string urls)
    {
        var all = Split(urls);
        return all.Length == 0 ? "allowed: http://host:port, several with «;» between them"
            : all.FirstOrDefault(url => Parse(url) is null) is { } wrong
                ? $"«{wrong}» is no address; allowed: http://host:port"
            : null;
    }

    /// <summary>Sees that nobody else listens there, before anything is made for a server.</summary>
    /// <exception cref="IOException">An address is taken, or cannot be listened on.</exception>
    public static void CheckFree(string urls)
    {
        foreach (var url in Split(urls).Select(Parse).OfType<Uri>().Where(url => url.Port > 0))
        {
            var host = url.Host.Trim('[', ']');
            var ip = IPAddress.TryParse(host, out var known) ? known : IPAddress.Loopback;
            try
            {
                using var listener = new TcpListener(ip, url.Port);
                listener.Start();
            }
            catch (SocketException fault)
            {
                var address = url.GetLeftPart(UriPartial.Authority);
                throw new IOException($"cannot listen on {address}: {fault.Message}", fault);
            }
        }
    }

    /// <summary>Each by itself.</summary>
    public static string[] Split(string urls) =>
        urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether only this machine can reach them all.</summary>
    public static bool AreLoopback(string urls) => Split(urls).All(url =>
        Parse(url) is { } address
        && (address.Host == "localhost"
            || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))));

    // «*» and «+» are every address, which the server knows and Uri does not.
    private static Uri? Parse(string url) =>
        Uri.TryCreate(
            url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal)
                .Replace("://+", "://0.0.0.0", StringComparison.Ordinal),
            UriKind.Absolute, out var address)
        && address is { Scheme: "http", PathAndQuery: "/" }
            ? address
            : null;
}
