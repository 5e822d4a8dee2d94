using System.Text.Encodings.Web;
using System.Text.Json;
using FlashSale.Simulator;
using FlashSale.Tests.Conventions;
using FlashSale.Tests.Simulator.Results;

namespace FlashSale.Tests.Simulator.Studies;

public sealed class StudyJsonTests
{
    private static readonly JsonSerializerOptions Written =
        new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_published_schema_is_the_one_of_the_program()
    {
        var file = Path.Combine(Repository.Root, "docs", "reference", "study.schema.json");
        var schema = StudyJson.Schema().ToJsonString(Written) + "\n";
        if (Documents.AreWritten)
        {
            File.WriteAllText(file, schema);
        }

        Assert.Equal(schema, File.ReadAllText(file));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public void A_text_that_is_no_study_is_refused(string text) =>
        Assert.Throws<InvalidDataException>(() => StudyJson.Read(text));
}
