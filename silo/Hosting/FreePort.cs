using System.Net;
using System.Net.Sockets;

namespace FlashSale.Silo;

/// <summary>Chooses ports for listeners that must know theirs before they listen.</summary>
internal static class FreePort
{
    /// <summary>The port that was asked for, or a free one for 0.</summary>
    /// <exception cref="IOException">It cannot be listened on.</exception>
    public static int Or(int port, IPAddress address)
    {
        using var probe = new TcpListener(address, port);
        try
        {
            probe.Start();
        }
        catch (SocketException fault)
        {
            throw new IOException($"Port {port} of {address} cannot be listened on: {fault.Message}", fault);
        }

        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
