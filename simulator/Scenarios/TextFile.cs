namespace FlashSale.Simulator;

/// <summary>
/// The one way in which files of text come into the program: as UTF-8, or refused with line and column.
/// </summary>
public static class TextFile
{
    // A page of text; whoever gives a video by mistake gets a message, not a full memory.
    private const long BytesMax = 1 << 20;

    /// <summary>Reads a small file that the user named with one of the strict readers.</summary>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public static ScenarioReading<T> Read<T>(string file, Func<string, string, ScenarioReading<T>> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        if (!File.Exists(file))
        {
            return Refused<T>(file, "there is no such file", "the path of a file");
        }

        if (new FileInfo(file).Length > BytesMax)
        {
            return Refused<T>(file, "the file is larger than 1 MiB", "a YAML file of a few pages");
        }

        return Utf8Text.Read(File.ReadAllBytes(file), out var broken) is { } text
            ? read(text, file)
            : new(null, [ProblemAt(file, broken)]);
    }

    /// <summary>The text of a file that this program wrote, such as the summary of a run.</summary>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not UTF-8.</exception>
    public static string Text(string file) =>
        Utf8Text.Read(File.ReadAllBytes(file), out var broken)
        ?? throw new InvalidDataException(ProblemAt(file, broken).ToString());

    /// <summary>The lines of such a file.</summary>
    /// <exception cref="IOException">The file is missing or cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not UTF-8.</exception>
    public static IEnumerable<string> Lines(string file)
    {
        using var lines = new StringReader(Text(file));
        while (lines.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>A reading that found one thing wrong with the whole file.</summary>
    public static ScenarioReading<T> Refused<T>(string file, string wrong, string allowed)
        where T : class =>
        new(null, [new ScenarioProblem(file, 1, 1, "", wrong, allowed)]);

    private static ScenarioProblem ProblemAt(string file, TextPlace broken) =>
        new(file, broken.Line, broken.Column, "", Utf8Text.Wrong, Utf8Text.Allowed);
}
