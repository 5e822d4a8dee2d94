namespace FlashSale.Simulator;

/// <summary>Files that are built into the program, by their plain names.</summary>
internal static class Resource
{
    /// <summary>The text of a file.</summary>
    /// <exception cref="InvalidDataException">No file of that name is built in.</exception>
    public static string Text(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is not built into the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
