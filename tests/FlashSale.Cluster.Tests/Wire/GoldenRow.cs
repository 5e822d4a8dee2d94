namespace FlashSale.Cluster.Tests;

/// <summary>Rows as a version has stored them: the files of Golden/rows.</summary>
internal static class GoldenRow
{
    /// <summary>
    /// Asserts that a stored row is read. States have no equality of their own: what is read is told by what
    /// this version writes of it.
    /// </summary>
    public static void IsRead<T>(string name, T expected) =>
        Assert.Equal(Hex(expected), Hex(Read(name, expected)));

    /// <summary>Reads a stored row.</summary>
    public static T Read<T>(string name, T? example = default)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Wire", "Golden", "rows", name + ".hex");
        Assert.True(File.Exists(path), $"Write {Hex(example)} to Wire/Golden/rows/{name}.hex.");
        return WireFormat.Serializer.Deserialize<T>(Convert.FromHexString(File.ReadAllText(path).Trim()))!;
    }

    private static string Hex<T>(T value) =>
        Convert.ToHexString(WireFormat.Serializer.SerializeToArray(value));
}
