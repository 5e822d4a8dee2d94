using System.Text.Json;

namespace FlashSale.Dashboard;

/// <summary>Lists in JSON: an object for each thing, or a row of values.</summary>
internal static class JsonLists
{
    extension(Utf8JsonWriter json)
    {
        public void WriteObjects<T>(string name, IEnumerable<T> things, Action<T> writeMembers)
        {
            json.WriteStartArray(name);
            foreach (var one in things)
            {
                json.WriteStartObject();
                writeMembers(one);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        public void WriteRows<T>(string name, IEnumerable<T> things, Action<T> writeValues)
        {
            json.WriteStartArray(name);
            foreach (var one in things)
            {
                json.WriteStartArray();
                writeValues(one);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }
    }
}
