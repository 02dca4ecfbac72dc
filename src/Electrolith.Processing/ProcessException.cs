namespace Electrolith.Processing;

/// <summary>A step that nature does not allow: a temperature below 0 K, a garnet above its melting point, pressing a liquid.</summary>
public sealed class ProcessException : ArgumentException
{
    /// <summary>A step that cannot be done.</summary>
    /// <param name="operation">Name of the operation.</param>
    /// <param name="reason">Why, in words of the process.</param>
    public ProcessException(string operation, string reason)
        : base($"{operation}: {reason}") => (Operation, Reason) = (operation, reason);

    /// <summary>Name of the operation.</summary>
    public string Operation { get; }

    /// <summary>Why it cannot be done.</summary>
    public string Reason { get; }
}
