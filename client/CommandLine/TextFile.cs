using FlashSale.Simulator;

namespace FlashSale.Client;

/// <summary>Reads a small text file that the user named, or says what is wrong with it.</summary>
internal static class TextFile
{
    // A page of text; whoever gives a video by mistake gets a message, not a full memory.
    private const long BytesMax = 1 << 20;

    /// <summary>Reads a file with one of the strict readers.</summary>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public static ScenarioReading<T> Read<T>(string file, Func<string, string, ScenarioReading<T>> read)
        where T : class
    {
        if (!File.Exists(file))
        {
            return Refused<T>(file, "there is no such file", "the path of a file");
        }

        return new FileInfo(file).Length <= BytesMax
            ? read(File.ReadAllText(file), file)
            : Refused<T>(file, "the file is larger than 1 MiB", "a YAML file of a few pages");
    }

    /// <summary>A reading that found one thing wrong with the whole file.</summary>
    public static ScenarioReading<T> Refused<T>(string file, string wrong, string allowed)
        where T : class =>
        new(null, [new ScenarioProblem(file, 1, 1, "", wrong, allowed)]);
}
