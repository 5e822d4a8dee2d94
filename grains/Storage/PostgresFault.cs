using System.Net.Sockets;
using Npgsql;

namespace FlashSale.Grains;

/// <summary>Tells faults of the database and of the network from bugs.</summary>
internal static class PostgresFault
{
    /// <summary>True for what may go away when the same is tried again, on another connection.</summary>
    public static bool IsOutside(Exception fault) =>
        fault is NpgsqlException or IOException or SocketException or TimeoutException;
}
