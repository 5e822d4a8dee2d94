// Every method would clear all its structs first, and those of an order are hundreds of bytes a step. What is
// read is written before: the compiler sees to it, as there is no stackalloc here.
[module: System.Runtime.CompilerServices.SkipLocalsInit]
