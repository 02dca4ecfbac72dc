using System.Collections.Immutable;

namespace Electrolith.Routes.Compiling;

/// <summary>
/// Collects the inputs of a route. The same material value asked for twice gets the same handle, so that a sample uses one
/// value for it everywhere.
/// </summary>
public sealed class InputTable
{
    private readonly List<RouteInput> inputs = [];
    private readonly Dictionary<string, int> handles = new(StringComparer.Ordinal);

    /// <summary>Adds an input, or returns the handle of the one with the same name.</summary>
    /// <param name="input">The input.</param>
    /// <returns>Index into a draw.</returns>
    public int Add(RouteInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (!handles.TryGetValue(input.Name, out var handle))
        {
            handle = inputs.Count;
            handles.Add(input.Name, handle);
            inputs.Add(input);
        }

        return handle;
    }

    /// <summary>The handle of an input that was added before, or -1.</summary>
    /// <param name="name">Name of the input.</param>
    public int Find(string name) => handles.GetValueOrDefault(name, -1);

    /// <summary>All inputs in the order of their handles.</summary>
    public ImmutableArray<RouteInput> ToImmutable() => [.. inputs];
}
