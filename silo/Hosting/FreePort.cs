using System.Net;
using System.Net.Sockets;

namespace FlashSale.Silo;

/// <summary>Chooses ports for listeners that must know theirs before they listen.</summary>
internal static class FreePort
{
    /// <summary>The port that was asked for, or a free one for 0.</summary>
    /// <exception cref="SocketException">The address is not one of this machine.</exception>
    public static int Or(int port, IPAddress address)
    {
        if (port != 0)
        {
            return port;
        }

        using var probe = new TcpListener(address, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
