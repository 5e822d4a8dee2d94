Console.WriteLine("flashsale");
